# A clash is shown at the session, though it names the pupil or the person, who stand above it in the file.
cat >"$SCRATCH/plan.sen" <<'END'
person ta-1 "Ash Cole" { role TA }
pupil SAM "Sam" { year 4 }
support plan for SAM {
  need B1 "Reads 41 words a minute."
  provision F1 "Precision teaching" { meets B1; by ta-1; group 1 to 1; time 20 minutes, weekly, for 12 weeks; session Tuesday 9:15 }
  provision F2 "Typing" { meets B1; by ta-1; group 1 to 1; time 15 minutes, weekly, for 12 weeks; session Tuesday 9:20 }
}
END
"$SENC" check --today 2026-11-22 --select nobody-is-double-booked "$SCRATCH/plan.sen" | sed "s|$SCRATCH/||"
