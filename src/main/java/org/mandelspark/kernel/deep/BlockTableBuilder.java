package org.mandelspark.kernel.deep;

/** Builds a {@link BlockTable}, level by level: single steps from the reference, longer blocks from two halves. */
final class BlockTableBuilder {
    private static final int FIRST_LEVEL = BlockTable.FIRST_LEVEL;

    private final BlockTable table;
    private final BlockMaker maker;
    private final int steps;

    BlockTableBuilder(Reference reference, Offsets offsets) {
        steps = reference.length() - 1;
        int levels = 1 + Math.max(0, Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.max(1, steps)));
        boolean wide = DeepKernel.isWide(offsets);
        table = new BlockTable(levels <= FIRST_LEVEL ? 0 : levels, wide, offsets.reach());
        maker = new BlockMaker(reference, offsets.reach(), wide, levels);
    }

    BlockTable build() {
        Radii halves = new Radii(0);
        for (int level = FIRST_LEVEL; level < table.levels; level++) {
            int count = steps >> level;
            table.allocate(level, count);
            table.epsilon[level] = maker.epsilon(level);
            table.kappa[level] = maker.kappa(level);
            halves = level == FIRST_LEVEL ? firstLevel(count) : nextLevel(level, count, halves);
        }
        return table;
    }

    private Radii firstLevel(int count) {
        Radii radii = new Radii(count);
        Block[] parts = {new Block(), new Block(), new Block(), new Block()};
        for (int j = 0; j < count; j++) {
            for (int i = 0; i < parts.length; i++) {
                maker.single(1 + (j << FIRST_LEVEL) + i, parts[i]);
            }
            maker.merge(0, parts[0], parts[1], parts[0]);
            maker.merge(0, parts[2], parts[3], parts[2]);
            maker.merge(1, parts[0], parts[2], parts[0]);
            table.store(FIRST_LEVEL, j, parts[0]);
            radii.store(j, parts[0]);
        }
        return radii;
    }

    private Radii nextLevel(int level, int count, Radii halves) {
        Radii radii = new Radii(count);
        Block first = new Block();
        Block second = new Block();
        for (int j = 0; j < count; j++) {
            table.load(level - 1, 2 * j, first);
            halves.load(2 * j, first);
            table.load(level - 1, 2 * j + 1, second);
            halves.load(2 * j + 1, second);
            maker.merge(level - 1, first, second, first);
            table.store(level, j, first);
            radii.store(j, first);
        }
        return radii;
    }

    /** The radii of the contracts of a level, which only its successor needs. */
    private static final class Radii {
        private final double[] radii;
        private final int[] units;

        Radii(int count) {
            radii = new double[count];
            units = new int[count];
        }

        void store(int j, Block block) {
            radii[j] = block.radius;
            units[j] = block.radiusUnit;
        }

        void load(int j, Block block) {
            block.radius = radii[j];
            block.radiusUnit = units[j];
        }
    }
}
