# What a user sees who runs this.
mkdir -p "$SCRATCH/empty"; "$SENC" check "$SCRATCH/empty"; echo "exit $?"
