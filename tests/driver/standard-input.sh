# Standard input stands for a file: it finds its school, and is read in place of what lies on the disk.
cd "$SCRATCH" && rm -rf piped && mkdir -p piped/plans && cd piped || exit 1
printf 'school "Ash" { person mrs-b "Mrs Brampton" }\nuse "plans/ana.sen"\n' >school.sen
printf 'pupil AB "Ana B" { tutor mrs-b }\nsupport plan for AB { review 12 February 2027 }\n' >plans/ana.sen
mkdir -p elsewhere
cd elsewhere || exit 1
"$SENC" check --stdin-name ../plans/ana.sen - <../plans/ana.sen; echo "exit $?"
cd ../plans || exit 1
sed s/tutor/tutr/ ana.sen | "$SENC" check --stdin-name ana.sen --format short - ana.sen | sed "s,$SCRATCH,…,"
echo 'school "Ash" { urnn 100200 }' | "$SENC" check --stdin-name ../school.sen --format short - ana.sen
echo 'pupil CD "Cy D" { yer 4 }' | "$SENC" check --format short -
"$SENC" ana.sen -o ana.dot; echo "exit $?" # the school uses it, and it is still the plan that was named
