# What a user sees who runs this.
cp ../../examples/first-plan.sen "$SCRATCH/plan.sen"; ln -sf plan.sen "$SCRATCH/plan.pdf"; "$SENC" --no-checks "$SCRATCH/plan.sen" --today 2026-11-22 -o "$SCRATCH/plan.pdf" 2>&1 | sed "s|$SCRATCH/||g"; cmp "$SCRATCH/plan.sen" ../../examples/first-plan.sen
