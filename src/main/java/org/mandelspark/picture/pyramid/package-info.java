/**
 * Pictures of any size as tiles of all levels of halving, each written by whoever computed it.
 *
 * <p>A block is a tile of some level together with everything above it, down to the leaves: tiles of the top level, which
 * are computed, or of another level, which are read as an earlier pass wrote them. {@link
 * org.mandelspark.picture.pyramid.PyramidBlocks} is a pass as a workload, whose units are blocks; {@link
 * org.mandelspark.picture.pyramid.BlockBuilder} builds one, depth first, so that it holds one tile of each level, however
 * many there are; {@link org.mandelspark.picture.pyramid.Pyramid} says what is built, and which passes that takes.
 */
package org.mandelspark.picture.pyramid;
