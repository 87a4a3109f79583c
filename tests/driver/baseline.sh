# A baseline knows findings though lines move and files are renamed, and hides nothing that is new.
cd "$SCRATCH" && rm -rf known && mkdir known && cd known || exit 1
check() { echo "> $*"; "$SENC" check --format short "$@"; echo "exit $?"; }
printf 'pupil AB "Ana B" {\n  yer 4\n  born 31 June 2018\n}\n' >ana.sen
printf 'pupil CD "Cy D" { yer 4 }\n' >cy.sen
"$SENC" check --write-baseline known.json; echo "exit $?"
cat known.json
check --baseline known.json
echo "> lines moved, a file renamed"
printf '\n# new\n\npupil AB "Ana B" {\n  year 4\n  born   31 June 2018\n  yer 4\n}\n' >ana.sen
mv cy.sen cyril.sen
"$SENC" check --baseline known.json; echo "exit $?"
echo "> one mended, a like one made elsewhere"
printf 'pupil AB "Ana B" {\n  born 31 June 2018\n}\n' >ana.sen
printf 'pupil EF "Ed F" {\n  yer 4\n}\n' >ed.sen
check --baseline known.json
echo "> two of a kind where one was known"
printf 'pupil CD "Cy D" { yer 4; yer 4 }\n' >cyril.sen
check --baseline known.json --select unknown-fact cyril.sen
echo "> pruned"
"$SENC" check --baseline known.json --write-baseline known.json --format short; echo "exit $?"
cat known.json
grep -E 'Ana|Cy|June' known.json || echo "no words of a plan"
echo "> alike, but of another pupil, or in another file"
rm -f *.sen
printf 'pupil AB "Ana B" { yer 4 }\nyeer 5\n' >ana.sen
printf 'pupil AB "Abe B" { year 4 }\n' >abe.sen
"$SENC" check --write-baseline known.json
printf 'pupil AB "Ana B" { year 4 }\n' >ana.sen
printf 'pupil AB "Abe B" { yer 4 }\nyeer 5\n' >abe.sen
check --baseline known.json
"$SENC" check --write-baseline none/known.json --format short; echo "exit $?"
