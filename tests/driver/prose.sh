# Loose statements out of a draft plan: each is judged as the heading above says, or as --as says.
cd "$SCRATCH" && rm -rf loose && mkdir loose && cd loose || exit 1
cat >draft.txt <<'END'
Section A: Views
I want regular friends.

Section E: Outcomes
E1: Sam will improve his social skills.

• By July 2027 Sam will join in a game with two others, on 4 days in 5.

Section F: Special educational provision
F1: Access to speech and language
therapy as required, up to 3 times
a week.
• 20 minutes of reading, three times a week, with an HLTA trained in Makaton.
• Sensory activities.

Page 3 of 14
END
"$SENC" check --prose draft.txt; echo "exit $?"
printf 'Sam will have [name of TA].\n' | "$SENC" check --prose --as outcome --format short - ; echo "exit $?"
printf 'A weighted lap pad on his chair.\n' >good.txt
"$SENC" check --prose good.txt; echo "exit $?"
printf 'Page 1 of 2\n' | "$SENC" check --prose -
"$SENC" check --prose --format sarif good.txt draft.txt | grep -c '"startLine"'
"$SENC" check --prose --statistics --select statement-says-how-much draft.txt
printf 'caf\351\n' | "$SENC" check --prose --format short -; echo "exit $?"
echo 'school "Ash" { intervention RB "Regular Buddies" { tier targeted } settings { ignore statement-says-how-much } }' >school.sen
printf 'Regular Buddies\n' | "$SENC" check --prose -
"$SENC" check --prose; echo "exit $?"
"$SENC" check --prose --fix draft.txt; echo "exit $?"
"$SENC" check --as outcome draft.txt; echo "exit $?"
"$SENC" check --prose .; echo "exit $?"
