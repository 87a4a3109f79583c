# A school's own checks are treated like senc's: chosen, explained, set, allowed, and told of each once.
cd "$SCRATCH" && rm -rf own && mkdir -p own/plans && cd own || exit 1
cat >school.sen <<'END'
school "Hazel Bank Primary" { phase primary }
use "checks.sen"
settings {
  limit steps-enough 2
  severity group-is-named note
  ignore meeting-each-term
}
END
cat >checks.sen <<'END'
check group-is-named on provision {
  severity warning
  require  group exists
  says     "{code} does not say how many are taught together."
  because  "Our governors compare what small groups and single lessons cost."
  suggest  "group of 4"
  cites    "Hazel Bank SEND policy, page 4"
  fails    provision F1 "Reading." { time 20 minutes daily }
  passes   {
    group of 4
  }
}
check steps-enough on outcome {
  limit    1
  require  number of step >= limit
  says     "{code} has fewer than {limit} steps."
}
check meeting-each-term on plan {
  require  some meeting
  says     "Nobody has met."
}
END
plan() { printf 'pupil %s "%s B" { year 4 }\nsupport plan for %s {\n%s\n}\n' "$1" "$2" "$1" "$3"; }
plan AB Ana '  provision F1 "Reading with a book of her choice." { time 20 minutes daily }
  outcome E1 "Ana will read aloud to her class." { step "To a friend" by 1 March 2027 }
  allow steps-enough on E1 because "one step at a time"' >plans/ana.sen
plan CD Cy '  outcome E1 "Cy will read aloud to his class." { step "To a friend" by 1 March 2027 }' >plans/cy.sen
own=group-is-named,steps-enough,meeting-each-term
try() { echo "> $*"; "$SENC" "$@"; echo "exit $?"; }
try check --format short --select $own
try check --format short --select $own plans/ana.sen
try check --format short --select $own --ignore steps-enough .
try check --select steps-enogh .
try check --statistics --select $own
try check --format short --select $own,allow-without-effect --fail-on note plans
(cd plans && try explain group-is-named)
try explain steps-enough plans/cy.sen | head -4
(cd .. && try explain own/ group-is-named | tail -3)
(cd .. && try explain group-is-named)
try explain group-is-name
try explain group-is-named nowhere/plan.sen
try explain | head -5
try explain --list outcome-has-need | tail -1
