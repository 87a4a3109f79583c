/* Order: nearer to that of the records, where dot leaves a choice. No link crosses another anew by it. */
#ifndef SENC_CODEGEN_DIAGRAM_ORDER_H
#define SENC_CODEGEN_DIAGRAM_ORDER_H

#include "codegen/diagram/layout.h"

/* Turns a finished layout upside down if its last records came out on top: of two orders with as many
 * crossings dot takes either. */
void order_right(Layout *layout);

/* Sorts neighbours in a column that are linked to the same boxes as the records are. Curves of their links
 * are not moved with them: only boxes whose links go to the next column and have no curve yet change places.
 */
void order_kin(Layout *layout, Arena *arena);

#endif
