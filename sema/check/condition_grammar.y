/* The grammar of conditions (docs/checks-language.md): names, values and small words in, a tree of them out. What a
 * name means is found out later, by the record the check is on.
 *
 * After `where` words belong to it, and signs to what stands before: so WORDS binds a test to the name that follows
 * `where`. */
%define api.pure full
%define api.prefix {sen_condition_yy}
%define api.token.prefix {COND_TOKEN_}
%define api.value.type {const CondNode *}
%define lr.type ielr
%define parse.lac full
%define parse.error custom
%expect 0
%param {CondReader *reader}

%code requires {
#include "sema/check/condition.h"
}

%code {
/* The deepest that brackets may nest: deeper is reported as what it is, not for lack of memory. */
#define YYMAXDEPTH 400

static int yylex(const CondNode **node, CondReader *reader)
{
    *node = NULL;
    if (!reader->started) {
        reader->started = true;
        return reader->start;
    }
    const Piece *piece = &reader->pieces[reader->next];
    *node = piece->node;
    if (piece->token)
        reader->next++;
    return piece->token;
}

static void yyerror(CondReader *reader, const char *message)
{
    (void)message;
    condition_report(reader);
}
#define NODE(op, a, b)    cond_node(reader, COND_##op, a, b)
#define COMPARE(by, a, b) cond_compare(reader, COMPARE_##by, a, b)
}

%token END 0 "the end of the condition"
%token A_CONDITION A_SUM
%token NAME WORD VALUE LITERAL TEXT
%token EXISTS MATCHES WORDS EVERY SOME NO WHERE HAS IS NOT BEFORE AFTER AND OR OF NUMBER TOTAL AVERAGE SAYS THIS TODAY
%token LIMIT YES LEAST MOST

%precedence WHERE_ENDS
%precedence NAME WORD VALUE LITERAL TEXT EXISTS MATCHES IS BEFORE AFTER SAYS THIS

%%

start:
  A_CONDITION cond   { reader->result = $cond; }
| A_SUM sum          { reader->result = $sum; }
;

cond:
  both
| cond[a] OR both[b]         { $$ = NODE(or, $a, $b); }
;

both:
  negated
| both[a] AND negated[b]     { $$ = NODE(and, $a, $b); }
;

negated:
  test
| NOT negated[a]             { $$ = NODE(not, $a, NULL); }
;

test:
  sum %prec WHERE_ENDS
| sum[a] EXISTS              { $$ = NODE(exists, $a, NULL); }
| sum[a] MATCHES WORDS word  { $$ = cond_word(reader, COND_matches, $a, $word); }
| sum[a] SAYS TEXT[b]        { $$ = cond_word(reader, COND_says, $a, $b); }
| sum[a] held[b]             { $$ = NODE(holds, $a, $b); }
| sum[a] IS sum[b]                { $$ = COMPARE(is, $a, $b); }
| sum[a] IS NOT sum[b]            { $$ = COMPARE(is_not, $a, $b); }
| sum[a] IS BEFORE sum[b]         { $$ = COMPARE(less, $a, $b); }
| sum[a] IS AFTER sum[b]          { $$ = COMPARE(more, $a, $b); }
| sum[a] IS NOT BEFORE sum[b]     { $$ = COMPARE(least, $a, $b); }
| sum[a] IS NOT AFTER sum[b]      { $$ = COMPARE(most, $a, $b); }
| sum[a] BEFORE sum[b]            { $$ = COMPARE(less, $a, $b); }
| sum[a] AFTER sum[b]             { $$ = COMPARE(more, $a, $b); }
| sum[a] '=' sum[b]               { $$ = COMPARE(is, $a, $b); }
| sum[a] '<' sum[b]               { $$ = COMPARE(less, $a, $b); }
| sum[a] '>' sum[b]               { $$ = COMPARE(more, $a, $b); }
| sum[a] MOST sum[b]              { $$ = COMPARE(most, $a, $b); }
| sum[a] LEAST sum[b]             { $$ = COMPARE(least, $a, $b); }
| each
;

/* A value behind a name: the fact is, or includes, it. */
held:
  VALUE | WORD | LITERAL | TEXT | THIS | NAME
;

word:
  WORD | NAME | VALUE
;

each:
  EVERY name where member        { $$ = cond_each(reader, COND_every, $name, $where, $member); }
| SOME name where                { $$ = cond_each(reader, COND_some, $name, $where, NULL); }
| SOME name where member         { $$ = cond_each(reader, COND_some, $name, $where, $member); }
| NO name where                  { $$ = cond_each(reader, COND_no, $name, $where, NULL); }
| NO name where member           { $$ = cond_each(reader, COND_no, $name, $where, $member); }
;

where:
  %empty %prec WHERE_ENDS        { $$ = NULL; }
| WHERE simple                   { $$ = $simple; }
;

/* What holds of each: said of itself, or of a fact of it. */
member:
  NAME                           { $$ = $NAME; }
| NAME EXISTS                    { $$ = NODE(exists, $NAME, NULL); }
| NAME held                      { $$ = NODE(holds, $NAME, $held); }
| NAME MATCHES WORDS word        { $$ = cond_word(reader, COND_matches, $NAME, $word); }
| NAME SAYS TEXT                 { $$ = cond_word(reader, COND_says, $NAME, $TEXT); }
| NAME IS sum                    { $$ = COMPARE(is, $NAME, $sum); }
| NAME IS NOT sum                { $$ = COMPARE(is_not, $NAME, $sum); }
| NAME IS BEFORE sum             { $$ = COMPARE(less, $NAME, $sum); }
| NAME IS AFTER sum              { $$ = COMPARE(more, $NAME, $sum); }
| NAME IS NOT BEFORE sum         { $$ = COMPARE(least, $NAME, $sum); }
| NAME IS NOT AFTER sum          { $$ = COMPARE(most, $NAME, $sum); }
| NAME BEFORE sum                { $$ = COMPARE(less, $NAME, $sum); }
| NAME AFTER sum                 { $$ = COMPARE(more, $NAME, $sum); }
| NAME '=' sum                   { $$ = COMPARE(is, $NAME, $sum); }
| NAME '<' sum                   { $$ = COMPARE(less, $NAME, $sum); }
| NAME '>' sum                   { $$ = COMPARE(more, $NAME, $sum); }
| NAME MOST sum                  { $$ = COMPARE(most, $NAME, $sum); }
| NAME LEAST sum                 { $$ = COMPARE(least, $NAME, $sum); }
| HAS name                       { $$ = NODE(has, $name, NULL); }
| '(' cond ')'                   { $$ = $cond; }
| EXISTS                         { $$ = NODE(exists, cond_it(reader, NULL), NULL); }
| VALUE                          { $$ = NODE(holds, cond_it(reader, $VALUE), $VALUE); }
| THIS                           { $$ = NODE(holds, cond_it(reader, $THIS), $THIS); }
| MATCHES WORDS word             { $$ = cond_word(reader, COND_matches, cond_it(reader, $word), $word); }
| SAYS TEXT                      { $$ = cond_word(reader, COND_says, cond_it(reader, $TEXT), $TEXT); }
| IS sum                         { $$ = COMPARE(is, cond_it(reader, $sum), $sum); }
| IS NOT sum                     { $$ = COMPARE(is_not, cond_it(reader, $sum), $sum); }
| IS BEFORE sum                  { $$ = COMPARE(less, cond_it(reader, $sum), $sum); }
| IS AFTER sum                   { $$ = COMPARE(more, cond_it(reader, $sum), $sum); }
| IS NOT BEFORE sum              { $$ = COMPARE(least, cond_it(reader, $sum), $sum); }
| IS NOT AFTER sum               { $$ = COMPARE(most, cond_it(reader, $sum), $sum); }
| BEFORE sum                     { $$ = COMPARE(less, cond_it(reader, $sum), $sum); }
| AFTER sum                      { $$ = COMPARE(more, cond_it(reader, $sum), $sum); }
| '=' sum                        { $$ = COMPARE(is, cond_it(reader, $sum), $sum); }
| '<' sum                        { $$ = COMPARE(less, cond_it(reader, $sum), $sum); }
| '>' sum                        { $$ = COMPARE(more, cond_it(reader, $sum), $sum); }
| MOST sum                       { $$ = COMPARE(most, cond_it(reader, $sum), $sum); }
| LEAST sum                      { $$ = COMPARE(least, cond_it(reader, $sum), $sum); }
;

simple:
  yes
| NOT yes                        { $$ = NODE(not, $yes, NULL); }
| '(' cond ')'                   { $$ = $cond; }
;

yes:
  path %prec WHERE_ENDS
| path EXISTS                    { $$ = NODE(exists, $path, NULL); }
| path one                       { $$ = NODE(holds, $path, $one); }
| path MATCHES WORDS word        { $$ = cond_word(reader, COND_matches, $path, $word); }
| path SAYS TEXT                 { $$ = cond_word(reader, COND_says, $path, $TEXT); }
| path IS is                     { $$ = COMPARE(is, $path, $is); }
| path IS NOT is                 { $$ = COMPARE(is_not, $path, $is); }
| path IS BEFORE is              { $$ = COMPARE(less, $path, $is); }
| path IS AFTER is               { $$ = COMPARE(more, $path, $is); }
| path IS NOT BEFORE is          { $$ = COMPARE(least, $path, $is); }
| path IS NOT AFTER is           { $$ = COMPARE(most, $path, $is); }
| path BEFORE is                 { $$ = COMPARE(less, $path, $is); }
| path AFTER is                  { $$ = COMPARE(more, $path, $is); }
;

one:
  VALUE | WORD | NAME | LITERAL | TEXT | THIS
;

is:
  path %prec WHERE_ENDS
| VALUE | LITERAL | TEXT | THIS | YES | NO | TODAY | LIMIT
;

sum:
  product
| sum[a] '+' product[b]          { $$ = NODE(add, $a, $b); }
| sum[a] '-' product[b]          { $$ = NODE(subtract, $a, $b); }
;

product:
  factor
| product[a] '*' factor[b]       { $$ = NODE(multiply, $a, $b); }
| product[a] '/' factor[b]       { $$ = NODE(divide, $a, $b); }
;

factor:
  path
| VALUE | LITERAL | TEXT | THIS | TODAY | LIMIT | YES
| '(' cond ')'                   { $$ = $cond; }
| '-' factor[a]                  { $$ = NODE(negate, $a, NULL); }
| NUMBER OF name where           { $$ = cond_each(reader, COND_number_of, $name, $where, NULL); }
| TOTAL name OF name[rows] where    { $$ = cond_each(reader, COND_total, $rows, $where, $2); }
| AVERAGE name OF name[rows] where  { $$ = cond_each(reader, COND_average, $rows, $where, $2); }
;

path:
  name
| name OF path[b]                { $$ = NODE(of, $name, $b); }
| name OF THIS                   { $$ = NODE(of, $name, $THIS); }
;

name:
  NAME | WORD
;

%%

/* The piece that does not fit has been read already, but for the end. */
static int yyreport_syntax_error(const yypcontext_t *context, CondReader *reader)
{
    if (yypcontext_token(context) != YYSYMBOL_YYEOF && reader->next > 0)
        reader->next--;
    condition_report(reader);
    return 0;
}
