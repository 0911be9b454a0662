/** Kubernetes clusters and container registries. */
@NullMarked
package io.nephoscope.azure.container;

import org.jspecify.annotations.NullMarked;
