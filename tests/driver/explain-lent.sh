# senc explain CODE: the record of a programme or test that senc knows, whatever its case, and both where both are called so.
"$SENC" explain cuedsp; "$SENC" explain Dynamo; "$SENC" explain no-such-code; echo "exit $?"
