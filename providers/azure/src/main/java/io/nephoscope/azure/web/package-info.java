/** App Service and Azure Functions. */
@NullMarked
package io.nephoscope.azure.web;

import org.jspecify.annotations.NullMarked;
