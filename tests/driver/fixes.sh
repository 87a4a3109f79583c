# --fix and --diff: what they say and what they leave alone.
cd "$SCRATCH" && rm -rf fixing && mkdir -p fixing/school/plans fixing/outside && cd fixing || exit 1
echo 'school "Ash" { urn: 100200 }' >school/school.sen
printf 'pupil AB "Ana B" { year: 4; born 19/1/2018; yer 4 }\n' >school/plans/ana.sen
printf 'pupil CD "Cy D" { year: 5 }\n' >outside/cy.sen
ln -s ../../outside/cy.sen school/plans/cy.sen
cp school/plans/ana.sen ana.before
echo "> --diff"; "$SENC" check --diff school/plans; echo "exit $?"
cmp ana.before school/plans/ana.sen && echo "nothing was written"
echo "> --fix of what is safe and chosen"; "$SENC" check --fix --select date-spelling --format short school/plans/ana.sen
echo "> --fix"; "$SENC" check --fix school/plans; echo "exit $?"
cat school/plans/ana.sen school/school.sen outside/cy.sen
echo "> again"; "$SENC" check --fix --format short school/plans; echo "exit $?"
echo "> from standard input"; printf 'pupil EF "Ed F" { year: 6 }\r\n' | "$SENC" check --fix - 2>told | od -c | head -3; cat told
printf 'pupil EF "Ed F" { year: 6 }\n' | "$SENC" check --diff --stdin-name "ed f.sen" -
echo "> among findings for programs"; printf 'pupil EF "Ed F" { year: 6; yer 4 }\n' >ed.sen
"$SENC" check --fix --format json ed.sen 2>told; cat told
