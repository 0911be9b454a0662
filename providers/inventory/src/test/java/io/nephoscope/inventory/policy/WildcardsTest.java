package io.nephoscope.inventory.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, b, false",
        "*, '', true",
        "'', '', true",
        "'', a, false",
        "?, '', false",
        "a*, *b, true",
        "a*c, ab*, true",
        "a*c, b*, false",
        "a?c, a*, true",
        "a?c, ac, false",
        "arn:aws:s3:::pool/*, arn:aws:s3:::pool/public/*, true",
        "arn:aws:s3:::pool/*, arn:aws:s3:::pool, false",
        "arn:aws:s3:::pool*, arn:aws:s3:::pool/*, true",
        "arn:aws:s3:::*/x, arn:aws:s3:::pool/?, true",
    })
    void twoPatternsOverlapWhereSomeTextMatchesBoth(String left, String right, boolean overlap) {
        assertThat(Wildcards.STAR_AND_MARK.overlap(left, right)).isEqualTo(overlap);
        assertThat(Wildcards.STAR_AND_MARK.overlap(right, left)).isEqualTo(overlap);
    }

    @ParameterizedTest
    @CsvSource({
        "*, s3:get*, true",
        "s3:*, s3:get*, true",
        "s3:get*, s3:*, false",
        "s3:get*, s3:getobject, true",
        "s3:get?, s3:get*, false",
        "s3:get?, s3:get?, true",
        "s3:get*, s3:get?, true",
        "s3:getobject, s3:get?bject, false",
        "*object, s3:getobject, true",
        "'', '', true",
        "*, '', true",
        "?, '', false",
    })
    void aPatternCoversAnotherOnlyWhereNothingEscapesIt(String wide, String narrow, boolean covers) {
        assertThat(Wildcards.STAR_AND_MARK.covers(wide, narrow)).isEqualTo(covers);
    }

    @ParameterizedTest
    @CsvSource({
        "pool/?, pool/a, false, false",
        "pool/?, pool/?, true, true",
        "pool/*, pool/?, true, true",
        "pool/a, pool/?, false, false",
    })
    void whereAMarkIsACharacterItStandsForItself(String wide, String narrow, boolean covers, boolean overlap) {
        assertThat(Wildcards.STAR.covers(wide, narrow)).isEqualTo(covers);
        assertThat(Wildcards.STAR.overlap(wide, narrow)).isEqualTo(overlap);
    }
}
