# Three hundred people compared with one another three deep: more than a check is given time for.
file=$(mktemp -d)/many.sen
trap 'rm -r "$(dirname "$file")"' EXIT
{
    printf 'check own on school {\n  require no person where (some person where (some person where '
    printf '(name is name of school)))\n  says "Somebody is called like the school."\n}\nschool "Oakbridge"\n'
    for number in $(seq 300); do
        printf 'person p-%d "Person %d"\n' "$number" "$number"
    done
} >"$file"
"$SENC" check --today 2026-11-22 --format short "$file" | sed 's/.*many.sen/many.sen/'
