/* Pages: begun one after the other as the text needs them; finished together, once their number is known. */
#ifndef SENC_PDF_PAGE_H
#define SENC_PDF_PAGE_H

#include "codegen/pdf/writer.h"

/* Begins a page; the next thing goes to its top, but below a figure that waits. */
void page_begin(Writer *writer);

/* Whether nothing stands on the page yet. */
bool page_is_fresh(const Writer *writer);

/* Begins a page unless `height` more fits on this one, or it is fresh. */
void page_ensure(Writer *writer, int32_t height);

/* Leaves the greater of the gap that the last block wants and `before`. No space at the top of a page. */
void page_space(Writer *writer, int32_t before);

/* The running head, footer and number of every page. After all else is painted. */
void pages_finish(Writer *writer);

/* Writes the pages, their tree (returned) and the parent tree `parents`; annotations' keys follow the pages'.
 */
uint32_t pages_write(Writer *writer, uint32_t parents);

#endif
