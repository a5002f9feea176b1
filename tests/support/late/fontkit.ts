import { late } from './late';

export = late('fontkit');
