/**
 * Who speaks and that nobody else reads or changes it: handshake, identities, pairing, seals. Pure
 * but for its key files; nothing here logs, and PROTOCOL.md ("Sealing") is the spec.
 */
@NullMarked
package org.saccade.offload.secure;

import org.jspecify.annotations.NullMarked;
