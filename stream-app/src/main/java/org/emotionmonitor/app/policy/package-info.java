/** Who may be analysed, decided before decoding. */
package org.emotionmonitor.app.policy;
