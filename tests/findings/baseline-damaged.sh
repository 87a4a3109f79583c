# What a user sees whose baseline is none.
cd "$SCRATCH" || exit 1
echo '{ "senc-baseline": 2 }' >later.json
echo '{ "senc-baseline": 1, "0123": "bad-date" }' >short.json
echo 'known: all' >words.json
echo 'pupil AB "Ana B" { year 4 }' >ana.sen
for file in later.json short.json words.json; do "$SENC" check --baseline $file ana.sen; echo "exit $?"; done
"$SENC" check --baseline none.json --format short ana.sen; echo "exit $?"
