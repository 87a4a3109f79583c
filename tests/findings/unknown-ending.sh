# What a user sees who runs this.
"$SENC" --no-checks ../../examples/first-plan.sen --today 2026-11-22 -o "$SCRATCH/report.doc" 2>&1 | sed "s|$SCRATCH/||"; echo "exit $?"
