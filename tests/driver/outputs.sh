# Several outputs of one run: all or none; one line each, none when quiet; other files are left alone.
cp ../../examples/first-plan.sen "$SCRATCH/plan.sen"
cd "$SCRATCH" || exit 1
rm -f plan.html plan.svg
"$SENC" plan.sen --today 2026-11-22 -o plan.html -o plan.svg; echo "exit $?"
"$SENC" plan.sen --today 2026-11-22 -q -o plan.html -o plan.dot; echo "exit $?"
rm -f plan.html
"$SENC" plan.sen --today 2026-11-22 -o plan.html -o nowhere/plan.svg; echo "exit $?"
ls plan.html 2>&1
ls -A | grep -c '^\.plan'
"$SENC" - --today 2026-11-22 -o plan.html <plan.sen; echo "exit $?"
umask 077
"$SENC" plan.sen --today 2026-11-22 -q -o private.html && stat -c %a private.html
