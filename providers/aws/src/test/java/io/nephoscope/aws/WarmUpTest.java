package io.nephoscope.aws;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void everyTypeCanBeAskedOfNobody() {
        assertThatCode(new AwsProvider()::warmUp).doesNotThrowAnyException();
    }
}
