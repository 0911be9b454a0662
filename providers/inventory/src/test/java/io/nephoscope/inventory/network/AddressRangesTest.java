package io.nephoscope.inventory.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against sets of bits, in a world of 64 addresses. */
class AddressRangesTest {
    private static final int WORLD = 64;
    private final Random random = new Random(7);

    @Test
    void setsOfAddressesBehaveLikeSetsOfBits() {
        for (int i = 0; i < 5_000; i++) {
            BitSet left = bits();
            BitSet right = bits();
            BitSet either = copy(left);
            either.or(right);
            BitSet both = copy(left);
            both.and(right);
            BitSet rest = copy(left);
            rest.andNot(right);
            assertThat(bits(ranges(left).or(ranges(right)))).isEqualTo(either);
            assertThat(bits(ranges(left).and(ranges(right)))).isEqualTo(both);
            assertThat(bits(ranges(left).minus(ranges(right)))).isEqualTo(rest);
            assertThat(ranges(left).count()).isEqualTo(left.cardinality());
            assertThat(ranges(left).isEmpty()).isEqualTo(left.isEmpty());
        }
    }

    @Test
    void equalSetsAreHeldAlikeHoweverTheyCameAbout() {
        for (int i = 0; i < 5_000; i++) {
            BitSet bits = bits();
            AddressRanges inPieces = AddressRanges.anyOf(bits.stream()
                    .mapToObj(bit -> AddressRanges.of(BigInteger.valueOf(bit), BigInteger.valueOf(bit)))
                    .toList());
            assertThat(inPieces).isEqualTo(ranges(bits)).hasSameHashCodeAs(ranges(bits));
            assertGaps(ranges(bits).minus(ranges(bits())));
        }
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRanges.of(BigInteger.TWO, BigInteger.ONE));
    }

    private static void assertGaps(AddressRanges set) {
        for (int i = 1; i < set.ranges().size(); i++) {
            assertThat(set.ranges().get(i).first())
                    .isGreaterThan(set.ranges().get(i - 1).last().add(BigInteger.ONE));
        }
    }

    private BitSet bits() {
        BitSet bits = new BitSet(WORLD);
        int pieces = random.nextInt(6);
        for (int i = 0; i < pieces; i++) {
            int from = random.nextInt(WORLD);
            bits.set(from, from + random.nextInt(WORLD - from) + 1);
        }
        return bits;
    }

    private static AddressRanges ranges(BitSet bits) {
        List<AddressRanges> runs = new ArrayList<>();
        for (int from = bits.nextSetBit(0); from >= 0; from = bits.nextSetBit(bits.nextClearBit(from))) {
            runs.add(AddressRanges.of(BigInteger.valueOf(from), BigInteger.valueOf(bits.nextClearBit(from) - 1L)));
        }
        return AddressRanges.anyOf(runs);
    }

    private static BitSet bits(AddressRanges set) {
        BitSet bits = new BitSet(WORLD);
        set.ranges()
                .forEach(range ->
                        bits.set(range.first().intValueExact(), range.last().intValueExact() + 1));
        return bits;
    }

    private static BitSet copy(BitSet bits) {
        return (BitSet) bits.clone();
    }
}
