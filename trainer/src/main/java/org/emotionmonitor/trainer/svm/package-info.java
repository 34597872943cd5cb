/** The baseline without a network: a support vector machine on statistics of windows. */
package org.emotionmonitor.trainer.svm;
