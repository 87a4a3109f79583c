# --add-allow: the lines it writes, where it writes them, and what is said of what is allowed.
cd "$SCRATCH" && rm -rf allowing && mkdir allowing && cd allowing || exit 1
run() { "$SENC" check --today 2026-11-22 --ignore school-checks-left-out "$@"; echo "exit $?"; }
cat >ana.sen <<'END'
pupil AB "Ana B" { year 4 }
support plan for AB {
    parents informed 3 September 2026
    need B1 C&I "Ana finds it hard to follow talk."
    outcome E1 "Ana will put two words together." { for B1 }
    provision F1 "Talk time" { towards E1; meets B1; by HLTA; time 10 minutes, daily, for 6 weeks }
}
END
cp ana.sen before
echo "> as a patch"; run --diff --add-allow 'agreed with "Mum" on 3 May' --select outcome-has-measure,outcome-has-deadline ana.sen
cmp before ana.sen && echo "nothing was written"
echo "> of one name"; run --format short --add-allow 'a \ in it' --select outcome-has-measure ana.sen
echo "> of all others"; run --format short --add-allow 'being written' ana.sen; cat ana.sen
echo "> again"; cp ana.sen once; run --add-allow 'being written' ana.sen; cmp once ana.sen
echo "> for machines"; "$SENC" check --today 2026-11-22 --format sarif ana.sen | grep -c '"justification"'
echo "> on one line, and without a code"; printf 'pupil CD "Cy D" { year 4 }\r\nsupport plan for CD { parents informed 3 September 2026; outcome E1 "Cy will count to ten." }' >cy.sen
"$SENC" check --today 2026-11-22 --add-allow new --select pupil-view-is-present,outcome-has-measure cy.sen >told; cat told; od -c cy.sen | grep -c '\\r'; tr -d '\r' <cy.sen; echo
echo "> from standard input"; "$SENC" check --today 2026-11-22 --add-allow new --select plan-has-review-date - <before 2>/dev/null | tail -3
echo "> without a reason"; run --add-allow ' ' ana.sen
echo "> with --fix"; run --add-allow new --fix ana.sen
