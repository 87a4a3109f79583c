# What is wrong with a school's own check is told where it stands, once, however many plans the school has; what rests
# on such a check stays silent.
cd "$SCRATCH" && rm -rf fault && mkdir -p fault/plans && cd fault || exit 1
cat >school.sen <<'END'
school "Hazel Bank Primary" { phase primary }
use "policy/checks.sen"
settings { severity broken-one error; ignore without-require }
END
mkdir policy
cat >policy/checks.sen <<'END'
check broken-one on outcome {
  require  measured exists
  says     "{code} has no measure."
}
check without-require on outcome { says "{code}" }
check outcome-has-need on outcome { require by exists; says "{code} has no date." }
check bad-date on outcome { require by exists; says "{code} has no date." }
check twice on outcome { require by exists; says "{code} has no date." }
check Twice on need { require some outcome; says "{code} has no outcome." }
END
for i in $(seq 300); do
    printf 'pupil P%d "Ana B" { year 4 }\nsupport plan for P%d {\n  allow broken-one because "so it is"\n}\n' "$i" "$i"
done >plans/all.sen
for i in $(seq 300); do printf 'pupil Q%d "Ana B" { year 4 }\n' "$i" >"plans/$i.sen"; done
"$SENC" check --format short; echo "exit $?"
"$SENC" check --format short plans/all.sen plans/3.sen | cut -d: -f1 | uniq -c
echo '> two plans without a school use the same file'
mkdir ../apart 2>/dev/null
cd ../apart || exit 1
printf 'check fine on pupil { require year > 5; says "{code} is young." }\n' >checks.sen
printf 'check wrong on pupil { require nam exists; says "{code}" }\n' >>checks.sen
for code in AB CD; do printf 'use "checks.sen"\npupil %s "Ana B" { year 4 }\n' $code >$code.sen; done
"$SENC" check --format short AB.sen CD.sen
