/* Whether a line plainly begins a fact. Asked of the lines behind a text that seems to go on: prose runs over
 * lines too, so a line counts only when all of it is made as facts are. */
#include "lexer/scanner.h"

#include <string.h>

/* Pieces of a line that are looked at; facts that tell nothing by then are prose. */
#define PIECES_MOST   12
#define PIECE_LONGEST 48
/* A text may open behind so many words that the language does not know: a mistyped key. */
#define UNKNOWN_MOST  2

typedef enum Piece {
    PIECE_end,
    PIECE_word,
    PIECE_value,
    PIECE_unknown,
    PIECE_text,
    PIECE_open,
    PIECE_prose
} Piece;

static bool ends_piece(char c)
{
    return strchr(" \t\r\n,;{}#\"", c) != NULL; /* and the zero at the end of the source */
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* `B1`, `F2.1`, `BK`: a capital first, and figures or capitals alone behind it. */
static bool is_code(Str piece)
{
    if (!is_capital(piece.at[0]) || piece.length > 6)
        return false;
    for (size_t i = 1; i < piece.length; i++)
        if (!is_capital(piece.at[i]) && !is_figure(piece.at[i]) && piece.at[i] != '.')
            return false;
    return piece.at[piece.length - 1] != '.';
}

static Piece piece_kind(const Scanner *scanner, Str piece)
{
    if (piece.at[piece.length - 1] == '.' || piece.length > PIECE_LONGEST)
        return PIECE_prose;
    if (is_figure(piece.at[0]) || str_starts(piece, STR("£")))
        return PIECE_value;
    if (vocabulary_find(scanner->vocabulary, piece))
        return PIECE_word;
    return is_code(piece) ? PIECE_value : PIECE_unknown;
}

/* The piece at *at, which moves behind it. */
static Piece take_piece(const Scanner *scanner, char **at)
{
    char *first = *at = blanks_end(scanner, *at);
    if (first == scanner->end || strchr("\r\n;}#", *first))
        return PIECE_end;
    if (*first == '{')
        return PIECE_open;
    bool curly = scanner->end - first > 3 && memcmp(first, "\u201c", 3) == 0;
    if (curly || *first == '"') {
        char *inside = first + (curly ? 3 : 1);
        return inside < scanner->end && (is_letter(scanner, inside) || *inside == '"') ? PIECE_text
                                                                                       : PIECE_prose;
    }
    char *end = first;
    while (!ends_piece(*end) && end - first <= PIECE_LONGEST)
        end++;
    *at = *end == ',' ? end + 1 : end;
    return end == first ? PIECE_unknown : piece_kind(scanner, (Str){first, (size_t)(end - first)});
}

bool is_fact_line(const Scanner *scanner, char *line, bool behind_blank_line)
{
    unsigned unknown = 0, values = 0, words = 0;
    char *at = blanks_end(scanner, line);
    if (*at == '}')
        return true;
    for (unsigned piece = 0; piece < PIECES_MOST; piece++) {
        switch (take_piece(scanner, &at)) {
        case PIECE_word: words++; break;
        case PIECE_value: values++; break;
        case PIECE_unknown: unknown++; break;
        case PIECE_text:
        case PIECE_open: return piece > 0 && (unknown == 0 || (unknown <= UNKNOWN_MOST && words == 0));
        case PIECE_end: return words > 0 && unknown == 0 && (values > 0 || behind_blank_line);
        case PIECE_prose: return false;
        }
        if (piece == 0 && values)
            return false;
    }
    return false;
}
