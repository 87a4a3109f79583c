# Words in plans: a finding a phrase, at the phrase; those that overlap, are allowed or come after the third in a record.
cd "$SCRATCH" && rm -rf phrases && mkdir phrases && cd phrases || exit 1
cat >plan.sen <<'END'
pupil AB "Ana B" { born 3 May 2016; primary need SLCN }
support plan for AB {
  aspiration A1 from pupil "I am a low ability pupil, xx, and would benefit from a dog."
  need B1 communication and interaction "In 2012 Ana was at School Action. She says “I am lazy”."
  outcome E1 "Ana will improve her confidence." { by 16 July 2027 }
  outcome E2 "Ana will read 60 words a minute by July 2028." { measure "words a minute" from 41 to 70; by 16 July 2027 }
  provision F1 "Access to regular support with reading as required, where possible, e.g. a laptop, in a small group"
  provision F2 "Time to Talk with the class TA, up to 20 minutes daily, at the discretion of the therapist"
  provision F3 "15 hours a week with the class TA" { time 2 hours, daily, for 12 weeks }
  provision F4 "A School Action Plus group" { time 20 minutes, daily, for 12 weeks }
  provision F5 "Help as at School Action, in a group of 2" { time 20 minutes, daily, for 12 weeks }
  provision F6 "We touch base in the Regular Buddies sunshine room" { time 20 minutes, daily, for 12 weeks }
  allow provision-is-not-left-to-others on F2 because "the therapist writes the programme each term"
}
END
cat >school.sen <<'END'
school "Ash" {
  intervention RB "Regular Buddies" { tier targeted }
}
words vague-provision on provision {
  "sunshine (room|corner)" because "Our own list adds to that of senc." instead "the room"
}
words soft-promise on provision {
  "touch* base" because "It does not say when." instead "the form tutor, 5 minutes, at 8:40 each day"
}
check own-promise-is-firm on provision {
  severity note
  require  not text matches words soft-promise
  says     "‘{phrase}’ in {code}: {because} Write {instead}."
  cites    "our handbook"
  fails    provision F1 "We touch base."
  passes   provision F1 "He reads."
}
END
names=provision-wording-is-specific,provision-is-committed,provision-is-not-left-to-others,provision-amount-is-fixed
names=$names,provision-list-is-closed,provision-is-additional,term-is-current,language-respects-the-child
names=$names,no-placeholder-is-left,outcome-wording-is-measurable,outcome-text-agrees-with-measure,own-promise-is-firm
names=$names,provision-text-agrees-with-time,outcome-says-the-level,need-is-described
"$SENC" check --today 2026-11-22 --select "$names" plan.sen; echo "exit $?"
"$SENC" check --today 2026-11-22 --select term-is-current --diff plan.sen
"$SENC" check --today 2026-11-22 --select "$names" --format sarif plan.sen | grep -c '"suppressions"'
