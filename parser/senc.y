/* The grammar of plans: lines, and lines in the braces of lines. Parts of a file in, through the functions of
 * parse.c, lines of the tree out; what a line means is none of its business.
 *
 * A line's values come as one part, for nothing that stands between them matters here, and the part says whether a
 * block follows, so that no line waits for the next to be understood. The braces that are missing
 * come as parts too (SUPPLIED, OPENED), where parse.c has found that they must have stood. */
%define api.pure full
%define api.prefix {sen_yy}
%define api.token.prefix {PART_}
%define api.value.type {PartTokens}
%define lr.type ielr
%define parse.lac full
%define parse.error custom
%expect 0
%param {Parse *parse}

%code requires {
#include "parser/parse_state.h"
}

%code {
/* Blocks nest a hundred deep at most, with four parts each: the parser's stack never grows. */
#define YYINITDEPTH 1000

static int yylex(PartTokens *tokens, Parse *parse)
{
    return parse_next_part(parse, tokens);
}

/* Asked for only when the stack is full, which it cannot be. */
static void yyerror(Parse *parse, const char *message)
{
    (void)parse, (void)message;
}
}

%token END 0     "end of the file"
%token LINE      "a line"
%token HEAD      "a line with a block"
%token OPEN      "{"
%token CLOSE     "}"
%token SUPPLIED  "a missing }"
%token OPENED    "a missing {"

%%

file:
  items
;

items:
  %empty
| items line
| items head block
| items error bare items close  { yyerrok; }
| items error CLOSE             { yyerrok; }
;

line:
  LINE                  { parse_line(parse, $LINE); }
;

head:
  HEAD                  { parse_line(parse, $HEAD); }
;

block:
  open items close
;

open:
  OPEN                  { parse_open(parse, $OPEN.first); }
| OPENED                { parse_supply_open(parse, $OPENED.first); }
;

bare:
  OPEN                  { parse_open_bare(parse, $OPEN.first); }
;

close:
  CLOSE                 { parse_close(parse, $CLOSE.first); }
| SUPPLIED              { parse_supply(parse, $SUPPLIED.first); }
;

%%

static int yyreport_syntax_error(const yypcontext_t *context, Parse *parse)
{
    parse_report(parse, yypcontext_token(context) == YYSYMBOL_OPEN);
    return 0;
}
