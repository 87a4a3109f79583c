# senc check --changed: what differs from a revision of git, whatever it is called.
cd "$SCRATCH" && rm -rf changed && mkdir -p "changed/plans/Year 4" && cd changed || exit 1
GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_CEILING_DIRECTORIES=$SCRATCH
export GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CEILING_DIRECTORIES
save() { git add -A && git -c user.name=A -c user.email=a@example.org commit -qm "$1"; }
git init -q .
for name in ana "Year 4/zoë kay" "Year 4/it's \$HOME" gone same; do echo "pupil AB \"Ana B\" { yer 4 }" >"plans/$name.sen"; done
echo "> without a commit"; "$SENC" check --changed --format short
save first && git tag start
echo "> nothing"; "$SENC" check --changed; echo "exit $?"
echo 'pupil CD "Cy D" { yer 5 }' >>"plans/Year 4/zoë kay.sen"
echo 'pupil CD "Cy D" { yer 5 }' >>"plans/Year 4/it's \$HOME.sen"
rm plans/gone.sen
echo 'pupil EF "Ed F" { yer 6 }' >plans/-new.sen
echo 'kept.sen' >.gitignore; echo 'pupil EF "Ed F" { yer 6 }' >plans/kept.sen; echo 'yer' >plans/notes.txt
echo "> since the last commit"; "$SENC" check --changed --format short; echo "exit $?"
echo "> below a folder"; "$SENC" check --changed --format short "plans/Year 4" | cut -d: -f1,2
echo "> from a folder"; (cd "plans/Year 4" && "$SENC" check --changed --format short .. | cut -d: -f1,2)
save second
echo "> since a tag"; "$SENC" check --changed start --format short | cut -d: -f1,2
echo "> in a folder, with the revision before it"; "$SENC" check --changed start --format short "plans/Year 4" | cut -d: -f1
mkdir -p oak/plans && echo 'school "Oak" { urn 100200 }' >oak/school.sen && cp plans/same.sen oak/plans/gil.sen && save third
echo "> when the school differs, all its plans"; echo 'school "Oak" { urn 100201 }' >oak/school.sen
"$SENC" check --changed --format short | cut -d: -f1; (cd oak && "$SENC" check --changed --format short | cut -d: -f1)
