# What a user sees who runs this.
"$SENC" --no-checks ../../examples/first-plan.sen -o no-such-folder/report.html 2>&1 | tail -5
