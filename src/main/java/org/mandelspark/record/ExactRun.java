package org.mandelspark.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.mandelspark.workload.Proofs;

/**
 * Additions to the account of a run whose counts are exact: enough for anyone to check any pixel with arithmetic of their
 * own, and the times that other runs do not have.
 *
 * @param re real part of the picture's centre, a decimal number, or of the point that pixels are measured from
 * @param im imaginary part of it
 * @param spacing distance of neighbouring pixels; without it points are those of linspace
 * @param referenceBits bits after the binary point of the reference
 * @param referenceLength its iterations
 * @param tiers what proved how many pixels
 * @param referenceNanos time for the reference, in nanoseconds
 * @param tableNanos time for the table of its blocks on the driver, in nanoseconds
 * @param rest the run that decided pixels which the units had left undecided, if there were any
 */
public record ExactRun(
        String re,
        String im,
        Optional<Spacing> spacing,
        int referenceBits,
        int referenceLength,
        Proofs tiers,
        long referenceNanos,
        long tableNanos,
        Optional<RestRun> rest) {

    /** A distance {@code mantissa · 2^exponent}. */
    public record Spacing(int mantissa, int exponent) {}

    /** Such an account as JSON has it; what is not there is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(
            @JsonProperty(value = "re", required = true) String re,
            @JsonProperty(value = "im", required = true) String im,
            @JsonProperty("spacing_mantissa") Integer spacingMantissa,
            @JsonProperty("spacing_exponent") Integer spacingExponent,

            @JsonProperty(value = "reference_bits", required = true)
            int referenceBits,

            @JsonProperty(value = "reference_length", required = true)
            int referenceLength,

            @JsonProperty(value = "tiers", required = true) Proofs tiers,

            @JsonProperty(value = "reference_ns", required = true)
            long referenceNanos,

            @JsonProperty(value = "table_ns", required = true)
            long tableNanos,

            @JsonProperty("rest") RestRun rest) {
        static File of(ExactRun run) {
            return new File(
                    run.re,
                    run.im,
                    run.spacing.map(Spacing::mantissa).orElse(null),
                    run.spacing.map(Spacing::exponent).orElse(null),
                    run.referenceBits,
                    run.referenceLength,
                    run.tiers,
                    run.referenceNanos,
                    run.tableNanos,
                    run.rest.orElse(null));
        }

        ExactRun run() {
            if ((spacingMantissa == null) != (spacingExponent == null)) {
                throw new IllegalArgumentException("'spacing_mantissa' and 'spacing_exponent' go together");
            }
            return new ExactRun(
                    re,
                    im,
                    Optional.ofNullable(spacingMantissa).map(mantissa -> new Spacing(mantissa, spacingExponent)),
                    referenceBits,
                    referenceLength,
                    tiers,
                    referenceNanos,
                    tableNanos,
                    Optional.ofNullable(rest));
        }
    }

    /** Where a run's file has it: {@code view.deep}. */
    record OfView(
            @JsonProperty(value = "deep", required = true) File deep) {}
}
