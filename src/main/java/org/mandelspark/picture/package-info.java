/** Pictures of cells: palettes, shading, PNG and TIFF. May import files and what is below it. */
package org.mandelspark.picture;
