# What a user sees who runs this.
"$SENC" --no-checks - --today 2026-11-22 -o "$SCRATCH/report.html" <<X
pupil AB "Ana B" { year 4 }
support plan for AB { review 12 February 2027 }
support plan for AB { review 12 July 2027 }
X
