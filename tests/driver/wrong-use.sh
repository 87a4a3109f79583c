# Wrong use of the command line: each is told on standard error, with status 2.
try() { echo "\$ senc $*"; "$SENC" "$@" 2>&1; echo "exit $?"; }
try
try plan.sen
try --format yaml check
try check --format yaml
try check --select bad-dat
try check --max-findings few
try check --jobs 0
try check --fix --diff
try check --statistics --format sarif
try check --write-baseline known.json --fix
try check --quiet
try check --today yesterday
try explain no-such-finding
try explain unclosed-txt
try dump tokens
try plan.sen -o a.pdf --text-size 11
try plan.sen -o a.pdf --audience everyone
SOURCE_DATE_EPOCH=soon try check
