# What a user sees who runs this.
echo 'pupil AB "Ana B" { year 4 }' | "$SENC" - --today 2026-11-22 -o "$SCRATCH/none.html"; echo "exit $?"; ls "$SCRATCH" | grep none
