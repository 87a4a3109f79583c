# A hundred files may wait for one another, not a thousand.
mkdir -p "$SCRATCH/deep" && cd "$SCRATCH/deep" || exit 1
for i in $(seq 200); do echo "use \"$((i + 1)).sen\"" >"$i.sen"; done
"$SENC" check 1.sen; echo "exit $?"
