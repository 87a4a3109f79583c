# Which findings are shown, counted, and fail.
cd "$SCRATCH" && rm -rf choosing && mkdir choosing && cd choosing || exit 1
printf 'pupil AB "Ana B" { yer 4; born: 31 June 2018 }\npupil CD "Cy D" { yer 4; year 4. }\n' >two.sen
try() { echo "> $*"; "$SENC" check --format short "$@"; echo "exit $?"; }
try two.sen
try --select bad-date two.sen
try --ignore bad-date,unknown-fact two.sen
try --ignore bad-date --ignore unknown-fact --fail-on note two.sen
try --fail-on never two.sen
try --max-findings 2 two.sen
try --select bad-date none.sen
echo "> --max-findings 1"; "$SENC" check --max-findings 1 two.sen; echo "exit $?"
echo "> --statistics"; "$SENC" check --statistics two.sen; echo "exit $?"
"$SENC" check --statistics --format json two.sen
