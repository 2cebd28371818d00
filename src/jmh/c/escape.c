/*
 * The kernel "simd" without proofs in C, as a measure of how near Java comes: the same algorithm, the same bits.
 *
 *     gcc -O3 -march=native -ffp-contract=off -o target/escape src/jmh/c/escape.c
 *     mvn -Pjmh test-compile exec:exec -Djmh.args="KernelBenchmark -p kernel=c,simd:none -jvmArgsAppend -Dmandelspark.c=target/escape"
 *
 * Arguments: xmin xmax ymin ymax width height maxIter, of the Mandelbrot set. Each character on standard input has the view
 * computed and is answered by a line: for s the sum of the counts, for others 0.
 */
#include <immintrin.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __AVX512F__
#define LANES 8
#else
#define LANES 4
#endif
#define VECTORS 4
#define GROUP (VECTORS * LANES)
#define PAIR (2 * LANES)
#define BLOCK 16
#define FIRST (2 * BLOCK)
#define SHORT (6 * BLOCK)
#define CAPACITY 4096
#define ALL ((1u << LANES) - 1)
#define NOWHERE (-1)
#define RIM 3.9999995

typedef double vd __attribute__((vector_size(LANES * 8)));
typedef int64_t vl __attribute__((vector_size(LANES * 8)));
typedef int32_t vi __attribute__((vector_size(LANES * 4)));

static double cr[CAPACITY + GROUP], ci[CAPACITY + GROUP], zr[CAPACITY + GROUP], zi[CAPACITY + GROUP];
static int target[CAPACITY + GROUP];
static int size;
static int *counts;

static inline vd load(const double *at) {
    vd v;
    memcpy(&v, at, sizeof v);
    return v;
}

static inline void store(double *at, vd v) {
    memcpy(at, &v, sizeof v);
}

static inline vd all(double value) {
    return value - (vd) {0};
}

/* a * 2 + c, whose product is exact. */
static inline vd twice_plus(vd a, vd c) {
#ifdef __AVX512F__
    return _mm512_fmadd_pd(a, all(2), c);
#else
    return _mm256_fmadd_pd(a, all(2), c);
#endif
}

/* The lanes that are negative, a bit each. */
static inline uint32_t negative(vl v) {
#ifdef __AVX512F__
    return _mm512_movepi64_mask((__m512i) v);
#else
    return _mm256_movemask_pd((__m256d) v);
#endif
}

static void rest(int at) {
    cr[at] = ci[at] = zr[at] = zi[at] = 0;
    target[at] = NOWHERE;
}

static void done(int at, int count) {
    if (target[at] != NOWHERE) {
        counts[target[at]] = count;
        rest(at);
    }
}

static void compact(void) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
        if (target[i] != NOWHERE) {
            cr[kept] = cr[i];
            ci[kept] = ci[i];
            zr[kept] = zr[i];
            zi[kept] = zi[i];
            target[kept++] = target[i];
        }
    }
    size = kept;
}

/* Steps with a test each; true if none failed. */
static int counted(int at, int limit, int64_t *passed) {
    vl failures = {0};
    for (int h = 0; h < GROUP; h += PAIR) {
        int a = at + h, b = a + LANES;
        vd c0 = load(cr + a), c1 = load(cr + b), d0 = load(ci + a), d1 = load(ci + b);
        vd x0 = load(zr + a), x1 = load(zr + b), y0 = load(zi + a), y1 = load(zi + b);
        vd rr0 = x0 * x0, rr1 = x1 * x1, ii0 = y0 * y0, ii1 = y1 * y1;
        vl escaped0 = {0}, escaped1 = {0}, failed0 = {0}, failed1 = {0};
        for (int k = 0; k < limit; k++) {
            vd t0 = x0 * y0, t1 = x1 * y1;
            x0 = rr0 - ii0 + c0;
            x1 = rr1 - ii1 + c1;
            y0 = twice_plus(t0, d0);
            y1 = twice_plus(t1, d1);
            rr0 = x0 * x0;
            rr1 = x1 * x1;
            ii0 = y0 * y0;
            ii1 = y1 * y1;
            escaped0 |= (vl) (4 - (rr0 + ii0));
            escaped1 |= (vl) (4 - (rr1 + ii1));
            failed0 -= escaped0 >> 63;
            failed1 -= escaped1 >> 63;
        }
        store(zr + a, x0);
        store(zr + b, x1);
        store(zi + a, y0);
        store(zi + b, y1);
        vl p0 = limit - failed0, p1 = limit - failed1;
        memcpy(passed + h, &p0, sizeof p0);
        memcpy(passed + h + LANES, &p1, sizeof p1);
        failures |= failed0 | failed1;
    }
    return negative(-failures) == 0;
}

/* Blocks of steps with a test at the end of each; returns how many had no escape. */
static int untested(int at, int blocks) {
    int b = at + LANES, c = b + LANES, d = c + LANES;
    vd cr0 = load(cr + at), cr1 = load(cr + b), cr2 = load(cr + c), cr3 = load(cr + d);
    vd ci0 = load(ci + at), ci1 = load(ci + b), ci2 = load(ci + c), ci3 = load(ci + d);
    vd x0 = load(zr + at), x1 = load(zr + b), x2 = load(zr + c), x3 = load(zr + d);
    vd y0 = load(zi + at), y1 = load(zi + b), y2 = load(zi + c), y3 = load(zi + d);
    for (int block = 0; block < blocks; block++) {
        for (int k = 0; k < BLOCK; k++) {
            vd t0 = x0 * y0, t1 = x1 * y1, t2 = x2 * y2, t3 = x3 * y3;
            x0 = x0 * x0 - y0 * y0 + cr0;
            x1 = x1 * x1 - y1 * y1 + cr1;
            x2 = x2 * x2 - y2 * y2 + cr2;
            x3 = x3 * x3 - y3 * y3 + cr3;
            y0 = twice_plus(t0, ci0);
            y1 = twice_plus(t1, ci1);
            y2 = twice_plus(t2, ci2);
            y3 = twice_plus(t3, ci3);
        }
        vl inside = (x0 * x0 + y0 * y0 <= 4) & (x1 * x1 + y1 * y1 <= 4) & (x2 * x2 + y2 * y2 <= 4)
                & (x3 * x3 + y3 * y3 <= 4);
        if (negative(inside) != ALL) {
            return block;
        }
        store(zr + at, x0);
        store(zr + b, x1);
        store(zr + c, x2);
        store(zr + d, x3);
        store(zi + at, y0);
        store(zi + b, y1);
        store(zi + c, y2);
        store(zi + d, y3);
    }
    return blocks;
}

static void count(int at, int n, int limit) {
    int64_t passed[GROUP];
    if (!counted(at, limit, passed)) {
        for (int place = 0; place < GROUP; place++) {
            if (passed[place] < limit) {
                done(at + place, n + 1 + (int) passed[place]);
            }
        }
    }
}

static void advance(int at, int n, int length, int testsAll) {
    int blocks = length / BLOCK;
    for (int block = 0; block < blocks;) {
        if (!testsAll) {
            block += untested(at, blocks - block);
        }
        if (block < blocks) {
            count(at, n + block * BLOCK, BLOCK);
            block++;
        }
    }
    if (length % BLOCK) {
        count(at, n + blocks * BLOCK, length % BLOCK);
    }
}

static int length_of_level(int n, int maxIter) {
    static const int units[] = {27720, 2520, 840, 120, 24, BLOCK};
    int length = 2 * BLOCK;
    for (int i = 0; i < 6; i++) {
        if (n / 2 >= units[i]) {
            int whole = n / 2 / units[i] * units[i];
            length = whole > length ? whole : length;
            break;
        }
    }
    return length < maxIter - 1 - n ? length : maxIter - 1 - n;
}

static void finish(int made, int maxIter) {
    int n = made, testsAll = 1;
    while (n < maxIter - 1 && size > 0) {
        for (int i = size; i < size + GROUP; i++) {
            rest(i);
        }
        int length = length_of_level(n, maxIter), before = size;
        for (int at = 0; at < size; at += GROUP) {
            advance(at, n, length, testsAll);
        }
        n += length;
        compact();
        double blocks = length / BLOCK > 1 ? length / BLOCK : 1;
        testsAll = (double) (before - size) / before * GROUP / blocks > 0.5;
    }
    for (int i = 0; i < size; i++) {
        counts[target[i]] = maxIter;
    }
    size = 0;
}

/* The first steps of a group of a row; returns the points that pass all tests, a bit each. */
static uint32_t first_steps(const double *x, double y, int i, int limit, int *into, double *fr, double *fi) {
    uint32_t survivors = 0;
    vd d = all(y);
    for (int h = 0; h < GROUP; h += PAIR) {
        vd c0 = load(x + i + h), c1 = load(x + i + h + LANES), x0 = c0, x1 = c1, y0 = d, y1 = d;
        vl escaped0 = {0}, escaped1 = {0}, failed0 = {0}, failed1 = {0};
        int n = 0;
        for (;; n++) {
            vd rr0 = x0 * x0, rr1 = x1 * x1, ii0 = y0 * y0, ii1 = y1 * y1;
            escaped0 |= (vl) (4 - (rr0 + ii0));
            escaped1 |= (vl) (4 - (rr1 + ii1));
            failed0 -= escaped0 >> 63;
            failed1 -= escaped1 >> 63;
            if (n == limit || negative(escaped0 & escaped1) == ALL) {
                break;
            }
            vd t0 = x0 * y0, t1 = x1 * y1;
            x0 = rr0 - ii0 + c0;
            x1 = rr1 - ii1 + c1;
            y0 = twice_plus(t0, d);
            y1 = twice_plus(t1, d);
        }
        vi passed0 = __builtin_convertvector(n + 1 - failed0, vi), passed1 = __builtin_convertvector(n + 1 - failed1, vi);
        memcpy(into + i + h, &passed0, sizeof passed0);
        memcpy(into + i + h + LANES, &passed1, sizeof passed1);
        if (n == limit) {
            store(fr + h, x0);
            store(fr + h + LANES, x1);
            store(fi + h, y0);
            store(fi + h + LANES, y1);
            survivors |= (ALL & ~negative(escaped0)) << h | (ALL & ~negative(escaped1)) << (h + LANES);
        }
    }
    return survivors;
}

/* On the rim |c| = 2, where rounding could undo an escape: a test at each step. */
static int alone(double c, double d, double x, double y, int n, int maxIter) {
    for (; n < maxIter; n++) {
        double rr = x * x, ii = y * y;
        if (rr + ii > 4) {
            return n;
        }
        double t = x * y;
        x = rr - ii + c;
        y = t + t + d;
    }
    return maxIter;
}

static void add(double c, double d, double x, double y, int place) {
    cr[size] = c;
    ci[size] = d;
    zr[size] = x;
    zi[size] = y;
    target[size++] = place;
}

static void row(const double *x, int width, double y, int maxIter, int at) {
    int isShort = maxIter - 1 <= SHORT;
    int first = isShort ? maxIter - 1 : FIRST;
    double fr[GROUP], fi[GROUP];
    int from = 0, to = width;
    while (from < width && x[from] * x[from] + y * y > 4) {
        counts[at + from++] = 0;
    }
    while (to > from && x[to - 1] * x[to - 1] + y * y > 4) {
        counts[at + --to] = 0;
    }
    for (int i = from; i < to; i += GROUP) {
        int start = i + GROUP <= to ? i : to - GROUP > 0 ? to - GROUP : 0;
        int kept[GROUP], overlap = i - start;
        memcpy(kept, counts + at + start, sizeof(int) * overlap);
        uint32_t left = first_steps(x, y, start, first, counts + at, fr, fi) & (uint32_t) -1 << overlap;
        memcpy(counts + at + start, kept, sizeof(int) * overlap);
        if (isShort) {
            continue;
        }
        for (; left; left &= left - 1) {
            int k = __builtin_ctz(left);
            double c = x[start + k];
            if (c * c + y * y > RIM) {
                counts[at + start + k] = alone(c, y, fr[k], fi[k], first, maxIter);
            } else {
                add(c, y, fr[k], fi[k], at + start + k);
            }
        }
        if (size > CAPACITY - GROUP) {
            finish(first, maxIter);
        }
    }
}

static double linspace(double from, double to, int i, int n) {
    return i == n - 1 ? to : from + i * ((to - from) / (n - 1));
}

int main(int argc, char **argv) {
    if (argc != 8) {
        fprintf(stderr, "usage: escape xmin xmax ymin ymax width height maxIter\n");
        return 2;
    }
    double x0 = atof(argv[1]), x1 = atof(argv[2]), y0 = atof(argv[3]), y1 = atof(argv[4]);
    int width = atoi(argv[5]), height = atoi(argv[6]), maxIter = atoi(argv[7]);
    if (width < GROUP || height < 2 || maxIter < 1) {
        fprintf(stderr, "escape: at least %d columns, 2 rows and 1 iteration\n", GROUP);
        return 2;
    }
    double *x = malloc(width * sizeof *x);
    counts = malloc((size_t) width * height * sizeof *counts);
    for (int i = 0; i < width; i++) {
        x[i] = linspace(x0, x1, i, width);
    }
    for (int question = getchar(); question != EOF; question = getchar()) {
        int first = maxIter - 1 <= SHORT ? maxIter - 1 : FIRST;
        for (int j = 0; j < height; j++) {
            row(x, width, linspace(y0, y1, j, height), maxIter, j * width);
        }
        finish(first, maxIter);
        int64_t sum = 0;
        for (int64_t i = 0; question == 's' && i < (int64_t) width * height; i++) {
            sum += counts[i];
        }
        printf("%lld\n", (long long) sum);
        fflush(stdout);
    }
    return 0;
}
