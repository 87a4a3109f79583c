# Schools are checked apart, each mistake told once; plans without a school are each on their own.
cd "$SCRATCH" && rm -rf projects && mkdir -p projects/ash projects/birch projects/none && cd projects || exit 1
for school in ash birch; do
    echo "school \"$school\" { }" >$school/school.sen
    printf 'pupil AB "Ana B" { yer 4 }\n' >$school/plan.sen
done
echo 'pupil SD "Sam D" { yeer 4 }' >none/draft-1.sen
printf 'use "draft-1.sen"\nsupport plan for SD { reviw 12 February 2027 }\n' >none/draft-2.sen
printf 'use "later.sen"\npupil BC "Bo C" { year 4 }\n' >none/draft-3.sen
echo 'pupil SD "Sam D" { born 31 June 2018 }' >none/later.sen
"$SENC" check --format short; echo "exit $?"
"$SENC" check | tail -1
"$SENC" check ash/plan.sen ash/../ash/plan.sen birch --format short
