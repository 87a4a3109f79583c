/* What a file says of itself: Info, XMP, the colour profile and the catalog. */
#ifndef SENC_PDF_METADATA_H
#define SENC_PDF_METADATA_H

#include "codegen/pdf/writer.h"

/* Each writes an object and returns its number. */
uint32_t information_write(Writer *writer);
uint32_t metadata_write(Writer *writer);
uint32_t intent_write(Writer *writer);
uint32_t catalog_write(Writer *writer, uint32_t pages, uint32_t outline);

#endif
