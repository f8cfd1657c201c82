/**
 * The OpenXR runtime of the tests: Monado without a headset, driven and watched from the outside.
 *
 * <p>A JVM that uses it was started by {@code xr/src/test/monado/monado java ...}, as {@code
 * ./saccade test --xr-runtime} does; {@link org.saccade.client.monado.RuntimePlace} says what that
 * leaves in the environment.
 */
@NullMarked
package org.saccade.client.monado;

import org.jspecify.annotations.NullMarked;
