# What a user sees who runs this.
"$SENC" check no-such-plan.sen; echo "exit $?"
