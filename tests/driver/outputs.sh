# Several outputs of one run: all or none; one line each, none when quiet; other files are left alone.
cp ../../examples/first-plan.sen "$SCRATCH/plan.sen"
cd "$SCRATCH" || exit 1
rm -f plan.html plan.svg
"$SENC" --no-checks plan.sen --today 2026-11-22 -o plan.html -o plan.svg; echo "exit $?"
"$SENC" --no-checks plan.sen --today 2026-11-22 -q -o plan.html -o plan.dot; echo "exit $?"
rm -f plan.html
"$SENC" --no-checks plan.sen --today 2026-11-22 -o plan.html -o nowhere/plan.svg; echo "exit $?"
ls plan.html 2>&1
ls -A | grep -c '^\.plan'
"$SENC" --no-checks - --today 2026-11-22 -o plan.html <plan.sen; echo "exit $?"
umask 077
"$SENC" --no-checks plan.sen --today 2026-11-22 -q -o private.html && stat -c %a private.html
echo "> what a check calls an error keeps a report back, until it is a draft"
sed 's/^.* by [0-9].*$//' plan.sen >undated.sen; grep -c outcome undated.sen
"$SENC" undated.sen --today 2026-11-22 --format short -o undated.html; echo "exit $?"; ls undated.html 2>&1
"$SENC" undated.sen --today 2026-11-22 --format short --draft -o undated.html; echo "exit $?"
"$SENC" undated.sen --today 2026-11-22 --no-checks -o undated.html; echo "exit $?"
