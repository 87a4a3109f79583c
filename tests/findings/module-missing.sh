# What a user sees who runs this.
mkdir -p "$SCRATCH/alone"; cp "$SENC" "$SCRATCH/alone/senc"; "$SCRATCH/alone/senc" ../../examples/first-plan.sen --today 2026-11-22 -o "$SCRATCH/report.pdf" 2>&1 | sed "s|$SCRATCH|FOLDER|g" | head -3
