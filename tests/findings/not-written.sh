# What a user sees who runs this.
"$SENC" bad-time.sen --today 2026-11-22 -o "$SCRATCH/report.html"; echo "exit $?"
