/** The case cannot be played on: an act had another answer than the file says, or the rows did not come to rest. */
export class PlayFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PlayFault';
  }
}
