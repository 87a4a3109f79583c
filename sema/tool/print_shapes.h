/* Printing the shapes of the schema as C. */
#ifndef SENC_SEMA_TOOL_PRINT_SHAPES_H
#define SENC_SEMA_TOOL_PRINT_SHAPES_H

/* Writes the definitions of shape_fields, shape_kinds and shape_facts to standard output. */
void print_shapes(void);

#endif
