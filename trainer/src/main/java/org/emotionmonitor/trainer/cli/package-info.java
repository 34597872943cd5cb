/** The command line of {@code trainer.sh}. */
package org.emotionmonitor.trainer.cli;
