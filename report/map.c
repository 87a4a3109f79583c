/* The provision map's memory: two lists, given back together. */
#include "report/map.h"

#include <stdlib.h>

void map_free(Map *map)
{
    free(map->boxes.at);
    free(map->links.at);
    *map = (Map){0};
}
