# What a user sees who mistypes the command line.
for line in "chek plan.sen" "check --bogus" "plan.sen" "plan.sen -o" "check -q plan.sen" "plan.sen --today 31/2/2026 -o plan.pdf" \
    "explain bad-dat" "dump leaves plan.sen" "a.sen b.sen -o a.pdf"; do
    echo "> senc $line"
    "$SENC" $line; echo "exit $?"
done
