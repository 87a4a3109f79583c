# What comes on standard input is told of by the name it stands for, in every form.
for form in short json sarif github gitlab junit checkstyle; do
    echo "> $form"
    echo 'pupil AB "Ana B" { born 31 June 2018 }' | "$SENC" check --format $form --stdin-name "plans/zoë, k.sen" - |
        grep -o '[^" =>]*plans/[^"]*sen' | sort -u
done
