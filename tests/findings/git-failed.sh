# What a user sees who asks for what has changed where git does not know, or of a revision that is none.
cd "$SCRATCH" && rm -rf checkout && mkdir checkout && cd checkout || exit 1
GIT_CEILING_DIRECTORIES=$SCRATCH && export GIT_CEILING_DIRECTORIES
"$SENC" check --changed --format short; echo "exit $?"
git init -q .
"$SENC" check --changed=nosuch --format short; echo "exit $?"
"$SENC" check --changed nosuch --format short; echo "exit $?"
PATH=/nowhere "$SENC" check --changed --format short; echo "exit $?"
