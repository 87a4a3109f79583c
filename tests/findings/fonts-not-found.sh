# What a user sees who runs this.
"$SENC" --no-checks ../../examples/first-plan.sen --today 2026-11-22 --font-dir "$SCRATCH" -o "$SCRATCH/report.pdf" 2>&1 | sed "s|$SCRATCH|FOLDER|"
